import type { NetworkText } from '../en/network-text.ts';

export const networkText: NetworkText = {
  title: '网络',
  proxy: '代理',
  proxyHint: '连接 GIIP 的方式。本机上的地址从不经过代理。',
  choices: { system: '按本机设置', direct: '不使用', own: '使用此代理：' },
  address: '代理地址',
  addressHint: '例如 http://proxy.example.com:8080，不含用户名和密码。',
  addressProblem: '这不是代理地址。请填写 http://、https:// 或 socks5:// 加主机名，不含用户名和密码。',
  use: '使用此代理',
  now: '正在使用',
  direct: '直接连接，不经过代理',
  sources: {
    setting: (proxy) => proxy,
    environment: (proxy) => `${proxy}（来自 HTTPS_PROXY）`,
    system: (proxy) => `${proxy}（按本机设置）`,
  },
  user: '代理的用户名',
  userHint: '仅在代理要求时填写。Windows 域用户请写成 DOMAIN\\用户名。',
  password: '代理的密码',
  passwordHint: '由本系统加密，只告诉这个代理，不会再次显示。',
  keep: '保存用户名和密码',
  forget: '清除',
  kept: {
    stored: '此代理的用户名和密码已由本系统加密保存。',
    'this-run-only': '用户名和密码只保留到 Openclaw Sync 退出：本系统没有安全的存放处。',
  },
  ca: '更多证书颁发机构',
  caHint: '公司提供的 PEM 文件，用于会检查安全连接的网络。',
  caNone: '无',
  choose: '选择文件…',
  remove: '移除',
};
