import type { ReasonWords } from '../../model/reason.ts';

/** Why something was or was not done, in Korean. */
export const reasonWords: ReasonWords = {
  same: '마지막 동기화 이후 양쪽 모두 바뀌지 않았습니다.',
  'equal-on-both-sides': '양쪽이 같아 전송할 것이 없습니다.',
  'differs-only-in-edge-space': 'GIIP가 잘라 낼 수 있는 앞뒤 공백만 다릅니다. 양쪽 모두 그대로 둡니다.',
  'changed-here': '마지막 동기화 이후 이 컴퓨터에서 바뀌었고 GIIP에서는 바뀌지 않았습니다.',
  'new-here': '이 컴퓨터에 새로 생겼고 GIIP에는 없습니다.',
  'changed-on-giip': '마지막 동기화 이후 GIIP에서 바뀌었고 이 컴퓨터에서는 바뀌지 않았습니다.',
  'new-on-giip': 'GIIP에 새로 생겼고 이 컴퓨터에는 없습니다.',
  'changed-on-both-merged': '양쪽의 서로 다른 곳이 바뀌어 두 변경을 병합했습니다.',
  'merged-by-rule': '양쪽에서 같은 곳이 바뀌었고, 정해 두신 규칙에 따라 한쪽을 사용했습니다.',
  'changed-on-both-overlap': '양쪽에서 같은 곳이 바뀌었습니다.',
  'new-on-both-different': '양쪽에 서로 다른 내용으로 있으며, 이전 공통 버전을 알 수 없습니다.',
  'merge-too-expensive': '양쪽에서 너무 많은 곳이 바뀌어, 기계로 병합하면 추측이 됩니다.',
  'merge-result-unusable': '두 변경을 병합하면 비어 있거나 깨진 파일이 됩니다.',
  'deleted-here': '이 컴퓨터에서 삭제되었습니다. GIIP에는 삭제 기능이 없어 그쪽에는 남아 있습니다.',
  'deleted-here-changed-on-giip': '이 컴퓨터에서 삭제되었고, 그 뒤 GIIP에서 바뀌었습니다.',
  'gone-on-giip': 'GIIP에 더 이상 없습니다. 여기 파일은 유지합니다.',
  'changed-here-gone-on-giip': '이 컴퓨터에서 바뀌었고 GIIP에는 더 이상 없어, 다시 보냅니다.',
  'damaged-on-giip':
    'GIIP의 사본이 전송 중에 손상된 것으로 보여(글자 손실) 여기의 어떤 것도 바꾸지 않습니다.',
  'unreadable-here': '이 컴퓨터에서 읽을 수 없어 그대로 둡니다.',
  'unusable-on-giip': 'GIIP의 내용을 사용할 수 없어 양쪽 모두 그대로 둡니다.',
  'held-mass-deletion':
    '전체 항목의 절반 이상이 이 컴퓨터에서 한꺼번에 사라졌습니다. 확인하실 때까지 보류합니다.',
  'held-mass-overwrite': '여기 항목의 절반 이상이 한꺼번에 덮어쓰이게 됩니다. 확인하실 때까지 보류합니다.',
  'held-server-rollback': 'GIIP가 백업을 복원한 것처럼 이전 상태로 돌아갔습니다. 확인하실 때까지 보류합니다.',
  'held-git-revert':
    '에이전트 업데이트가 git stash를 쓸 때처럼 파일이 git에 커밋된 내용으로 돌아갔습니다. 확인하실 때까지 보류합니다.',
  'held-emptied-after-crash':
    '비정상 종료 뒤 파일이 비었는데 전에는 비어 있지 않았습니다. 확인하실 때까지 보류합니다.',
  'held-not-stored': 'GIIP가 세 번 받았다고 했지만 가지고 있지 않습니다. 확인하실 때까지 보류합니다.',
  'held-refused-by-giip': 'GIIP가 이 항목을 거부합니다. 바뀌면 다시 보냅니다.',
  'held-secret': '아직 GIIP에 없는 키나 암호로 보이는 것이 들어 있습니다. 확인하실 때까지 보내지 않습니다.',
  'kept-secret': '키나 암호가 들어 있어 이 컴퓨터에만 두기로 하셨습니다. 들어 있는 동안은 보내지 않습니다.',
  'decided-mine': '이 컴퓨터의 버전을 선택하셨습니다.',
  'decided-giip': 'GIIP의 버전을 선택하셨습니다.',
  'decided-file': '직접 만든 버전을 선택하셨습니다.',
  'decided-both': '둘 다 보관하셨습니다. GIIP의 버전은 두 번째 파일이 되었습니다.',
  'decided-send-secret': '비밀로 보이는 것이 있지만 이 내용을 한 번 보내도록 하셨습니다.',
  'decided-allow-secret': '이 파일의 이 비밀을 허용하셨습니다. 보낼 수 있습니다.',
  'decided-keep-secret': '비밀이 들어 있어 이 파일을 이 컴퓨터에만 두기로 하셨습니다.',
  'policy-mine': '조직의 정책에 따라 이 컴퓨터의 버전으로 해결했습니다. GIIP의 버전은 기록에 있습니다.',
  'policy-giip': '조직의 정책에 따라 GIIP의 버전으로 해결했습니다. 이 컴퓨터의 버전은 기록에 있습니다.',
  'policy-both': '조직의 정책에 따라 둘 다 보관했습니다. GIIP의 버전은 두 번째 파일이 되었습니다.',
  restored: '이전 버전을 되돌려 놓으셨습니다.',
  'check-giip-moved-behind-hash':
    '매시간 점검에서 해시에 드러나지 않은 GIIP의 변경을 찾아 다른 변경과 똑같이 동기화했습니다.',
  'check-file-moved-behind-stamp':
    '매시간 점검에서 시각 정보에 드러나지 않은 여기의 변경을 찾아 다른 변경과 똑같이 동기화했습니다.',
  'check-kept-text-lost':
    '데이터베이스에 있던 GIIP 내용의 사본이 없어졌거나 손상되어 다시 받았습니다. 다른 것은 건드리지 않았습니다.',
};
