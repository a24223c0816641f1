import type { ReasonWords } from '../../model/reason.ts';

/** Why something was or was not done, in Japanese. */
export const reasonWords: ReasonWords = {
  same: '前回の同期から双方とも変わっていません。',
  'equal-on-both-sides': '双方が同じなので、転送するものはありません。',
  'differs-only-in-edge-space':
    'GIIP が切り落とすことのある前後の空白だけが異なります。双方ともそのまま残します。',
  'changed-here': '前回の同期のあと、このコンピューターで変更され、GIIP では変わっていません。',
  'new-here': 'このコンピューターで新しく、GIIP にはありません。',
  'changed-on-giip': '前回の同期のあと、GIIP で変更され、このコンピューターでは変わっていません。',
  'new-on-giip': 'GIIP で新しく、このコンピューターにはありません。',
  'changed-on-both-merged': '双方が異なる箇所を変更したため、両方の変更を統合しました。',
  'merged-by-rule': '双方が同じ箇所を変更し、あなたの規則に従って一方を使いました。',
  'changed-on-both-overlap': '双方が同じ箇所を変更しました。',
  'new-on-both-different': '双方に異なる内容であり、以前の共通バージョンがわかりません。',
  'merge-too-expensive': '双方の変更箇所が多すぎて、機械による統合は推測になります。',
  'merge-result-unusable': '両方の変更を統合すると、空または壊れたファイルになります。',
  'deleted-here':
    'このコンピューターで削除されました。GIIP には削除の手段がないため、あちらには残っています。',
  'deleted-here-changed-on-giip': 'このコンピューターで削除され、そのあと GIIP で変更されました。',
  'gone-on-giip': 'GIIP にはもうありません。ここのファイルは残します。',
  'changed-here-gone-on-giip': 'このコンピューターで変更され、GIIP にはもうないため、もう一度送信します。',
  'damaged-on-giip': 'GIIP の写しは途中で破損した（文字が失われた）ようなので、ここでは何も置き換えません。',
  'unreadable-here': 'このコンピューターで読み取れないため、そのまま残します。',
  'unusable-on-giip': 'GIIP の内容を使えないため、双方ともそのまま残します。',
  'held-mass-deletion':
    '全項目の半分以上がこのコンピューターから一度になくなりました。確認されるまで保留します。',
  'held-mass-overwrite': 'ここの項目の半分以上が一度に上書きされることになります。確認されるまで保留します。',
  'held-server-rollback':
    'GIIP がバックアップの復元後のように以前の状態に戻りました。確認されるまで保留します。',
  'held-git-revert':
    'エージェントの更新が git stash を使うときのように、ファイルが git にコミットされた内容に戻りました。確認されるまで保留します。',
  'held-emptied-after-crash':
    '異常終了のあとファイルが空になっています。以前は空ではありませんでした。確認されるまで保留します。',
  'held-not-stored': 'GIIP は 3 回受け取ったと答えましたが、持っていません。確認されるまで保留します。',
  'held-refused-by-giip': 'GIIP がこの項目を拒否しています。変更されたらもう一度送信します。',
  'held-secret':
    'まだ GIIP にない鍵またはパスワードと思われるものが含まれています。確認されるまで送信しません。',
  'kept-secret':
    '鍵またはパスワードが含まれ、このコンピューターだけに置くことにしています。含まれている間は送信しません。',
  'decided-mine': 'このコンピューターのバージョンを選びました。',
  'decided-giip': 'GIIP のバージョンを選びました。',
  'decided-file': '自分で作ったバージョンを選びました。',
  'decided-both': '両方を残しました。GIIP のバージョンは 2 つ目のファイルになりました。',
  'decided-send-secret': '秘密情報と思われるものがありますが、この内容を 1 回送信することにしました。',
  'decided-allow-secret': 'このファイルのこの秘密情報を許可しました。送信できます。',
  'decided-keep-secret': '秘密情報があるため、このファイルをこのコンピューターだけに置くことにしました。',
  'policy-mine':
    '組織のポリシーにより、このコンピューターのバージョンで解決しました。GIIP のバージョンは履歴にあります。',
  'policy-giip':
    '組織のポリシーにより、GIIP のバージョンで解決しました。このコンピューターのバージョンは履歴にあります。',
  'policy-both': '組織のポリシーにより、両方を残しました。GIIP のバージョンは 2 つ目のファイルになりました。',
  restored: '以前のバージョンを戻しました。',
  'check-giip-moved-behind-hash':
    '毎時の確認で、ハッシュに現れない GIIP の変更が見つかり、ほかと同じように同期しました。',
  'check-file-moved-behind-stamp':
    '毎時の確認で、日時に現れないここの変更が見つかり、ほかと同じように同期しました。',
  'check-kept-text-lost':
    'データベースにある GIIP の内容の写しが失われたか破損したため、もう一度取得しました。ほかには触れていません。',
};
