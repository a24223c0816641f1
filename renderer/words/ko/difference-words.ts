import { countText } from '../../count-text.ts';
import type { DifferenceWords } from '../en/difference-words.ts';

const { number } = countText;

const KINDS: { readonly [K in Parameters<DifferenceWords['kind']>[0]]: { name: string; meaning: string } } = {
  'edit/edit': {
    name: '양쪽에서 변경됨',
    meaning:
      '마지막 동기화 이후 나와 GIIP가 같은 곳을 바꾸었습니다. 선택하실 때까지 어느 쪽도 바뀌지 않습니다.',
  },
  'new/new': {
    name: '양쪽에 새로 생김',
    meaning:
      '파일이 여기와 GIIP에 서로 다른 내용으로 생겼고, 이전 공통 버전을 알 수 없습니다. 선택하실 때까지 어느 쪽도 바뀌지 않습니다.',
  },
  'delete/edit': {
    name: '여기서 삭제, GIIP에서 변경됨',
    meaning: '파일을 삭제하셨는데 그 뒤 GIIP에서 바뀌었습니다. 선택하실 때까지 여기서는 삭제된 상태입니다.',
  },
  damaged: {
    name: 'GIIP에서 손상됨',
    meaning: 'GIIP의 사본이 전송 중에 글자를 잃었습니다. 내 파일은 온전하며 바뀌지 않습니다.',
  },
};

/** What differs between two sides, in Korean. */
export const differenceWords: DifferenceWords = {
  wholeFile: '파일 전체',
  wholeFileSpoken: '파일 전체',
  deed: {
    removed: '제거함',
    added: (value) => `추가함: ${value}`,
    switched: (on) => (on ? '켬' : '끔'),
    inside: '안의 값을 바꿈',
    set: (value) => `${value}(으)로 바꿈`,
    listAdded: (entries) => `${entries} 추가함`,
    listRemoved: (entries) => `${entries} 제거함`,
    listBoth: (added, removed) => `${added} 추가, ${removed} 제거함`,
    reordered: '순서를 바꿈',
  },
  has: (who, what) => {
    const name = who === 'you' ? '나' : 'GIIP';
    if (what.kind === 'absent') return `${name}: 없음`;
    return `${name}: ${what.kind === 'switch' ? (what.on ? '켜짐' : '꺼짐') : what.words}`;
  },
  did: (who, deed) => `${who === 'you' ? '나' : 'GIIP'}: ${deed}`,
  both: (deed) => `양쪽: ${deed}`,
  was: (sentence, value) => `${sentence} (이전 값: ${value})`,
  join: (one, other) => `${one}, ${other}`,
  value: {
    notSet: '없음',
    on: '켜짐',
    off: '꺼짐',
    emptyText: '빈 텍스트',
    none: '값 없음',
    quoted: (words) => `“${words}”`,
    emptyList: '빈 목록',
    list: (amount, inner) => `항목 ${number(amount)}개의 목록 (${inner})`,
    entries: (amount) => `항목 ${number(amount)}개`,
    emptyGroup: '빈 그룹',
    group: (amount) => `값 ${number(amount)}개의 그룹`,
  },
  spoken: {
    change: (at, total) => `변경 ${number(total)}곳 중 ${number(at)}번째`,
    sides: (mine, server) => `내 것 ${mine}, GIIP ${server}`,
    nothing: '없음',
    blankLines: (amount) => `빈 줄 ${number(amount)}개`,
    atLine: (line) => `${line}번째 줄 위치`,
    line: (line) => `${line}번째 줄`,
    lines: (from, to) => `${from}~${to}번째 줄`,
  },
  kind: (kind) => KINDS[kind],
  damage: ({ kind, characters }) => {
    switch (kind) {
      case 'question-marks':
        return `영어 이외의 글자 ${number(characters)}개가 GIIP에서 물음표가 되었습니다. 이전 클라이언트가 UTF-8이라고 알리지 않고 보냈기 때문입니다.`;
      case 'misread':
        return `영어 이외의 글자 ${number(characters)}개가 GIIP에서 다른 글자가 되었습니다. 전송 중에 잘못된 인코딩으로 읽혔기 때문입니다.`;
      case 'line-breaks':
        return `글자로 쓴 \\n ${number(characters)}개가 GIIP에서 실제 줄 바꿈이 되었습니다.`;
      case 'powershell-object':
        return 'GIIP에 텍스트 대신 Windows PowerShell 개체가 있습니다. 이전 클라이언트가 파일 정보로 감싸서 보냈기 때문입니다.';
    }
  },
  intact: (what) => `${what} 내 파일은 온전합니다.`,
  repair: '복구하면 이 컴퓨터의 내용을 GIIP로 보내고, 손상된 내용은 기록에 남깁니다.',
};
