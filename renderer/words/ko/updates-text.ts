import type { UpdateProblem, UpdateRestart, UpdatesOff } from '../../../shared/model/updates.ts';
import type { UpdatesText } from '../en/updates-text.ts';

const OFF: { readonly [R in UpdatesOff]: string } = {
  managed: '관리자가 업데이트를 껐으며 새 버전은 관리자가 설치합니다.',
  switchedOff: '꺼져 있습니다. 새 버전을 찾거나 설치하지 않습니다.',
  package: '패키지 관리자나 관리자가 이 프로그램을 설치했으며, 새 버전도 그렇게 설치됩니다.',
  unsigned: '이 빌드는 업데이트용으로 서명되지 않았습니다. 새 버전을 직접 설치하세요.',
  place: '쓸 수 없는 위치에 설치된 프로그램입니다. 설치한 사람이 업데이트합니다.',
};

const PROBLEMS: { readonly [P in UpdateProblem]: string } = {
  unreachable: '마지막 업데이트 확인 때 서버에 연결하지 못했습니다. 자동으로 다시 확인합니다.',
  untrusted:
    '이 프로그램 게시자의 서명이 아니어서 업데이트를 거부했습니다. 아무것도 설치하지 않았습니다. 관리자에게 알리세요.',
  damaged: '업데이트가 손상된 채 도착하여 버렸습니다. 다음 확인 때 다시 가져옵니다.',
  notInstalled: '업데이트를 설치하지 못했습니다. 실행 중인 버전은 그대로입니다.',
};

const RESTART: { readonly [R in UpdateRestart]: string } = {
  restarting: '안전한 시점에 Openclaw Sync를 종료하고 다시 시작합니다.',
  notReady: '설치할 준비가 된 업데이트가 없습니다.',
  conflictOpen: '충돌 창이 열려 있습니다. 먼저 저장하거나 닫으세요.',
};

/** The words of the updates in the settings window, in Korean. */
export const updatesText: UpdatesText = {
  title: '업데이트',
  on: '새 버전을 자동으로 설치',
  onHint: '백그라운드에서 받아 Openclaw Sync가 종료될 때 설치합니다. 동기화 도중에는 설치하지 않습니다.',
  version: '현재 버전',
  looked: '마지막 확인',
  notLooked: '시작한 뒤 아직 없음',
  upToDate: '최신 버전입니다.',
  look: '지금 확인',
  restart: (next) => `다시 시작하여 ${next}(으)로 업데이트`,
  off: (reason) => OFF[reason],
  problem: (problem) => PROBLEMS[problem],
  restarted: (answer) => RESTART[answer],
  looking: '업데이트를 확인하는 중…',
  downloading: (next) => `버전 ${next} 다운로드 중…`,
  ready: (next) => `버전 ${next}이(가) 준비되었습니다. 종료할 때 설치합니다.`,
};
