/** Where a key is shown: the folder of the Windows templates and the heading of the lists. */
export declare const POLICY_CATEGORIES: readonly ["connection", "network", "behaviour", "safety", "updates"];
export type PolicyCategory = (typeof POLICY_CATEGORIES)[number];
/** What a choice may say: the administrator decides, or leaves it to the person. */
export declare const CHOICES: readonly ["always", "never", "user"];
interface Common {
    /** The setting, or the rule that only a policy can set: it has the name of the key. */
    readonly sets: 'settings' | 'rules';
    readonly category: PolicyCategory;
}
/** `always`, `never` or `user`; the field is true, false or left alone. */
interface ChoiceKey extends Common {
    readonly type: 'choice';
    readonly example: (typeof CHOICES)[number];
}
interface IntegerKey extends Common {
    readonly type: 'integer';
    readonly minimum: number;
    readonly maximum: number;
    readonly example: number;
}
interface OneOfKey extends Common {
    readonly type: 'oneOf';
    readonly values: readonly string[];
    readonly example: string;
}
/** `apiUrl`, `httpsUrl` and `proxy` are addresses; `folder` is a path in which `~` and variables stand for what they mean to each person. */
interface TextKey extends Common {
    readonly type: 'text';
    readonly format: 'apiUrl' | 'httpsUrl' | 'proxy' | 'folder' | 'file';
    readonly pattern: string;
    readonly maxLength: number;
    readonly example: string;
}
/** A program and its arguments, one text each. */
interface CommandKey extends Common {
    readonly type: 'command';
    readonly maxItems: number;
    readonly example: readonly string[];
}
export type PolicyKeySchema = ChoiceKey | IntegerKey | OneOfKey | TextKey | CommandKey;
/**
 * Every key of the machine's policy, once: the reader, `policy --explain`, the Windows templates, the macOS profile,
 * the JSON Schema and the example are made from it. Its words are in `policy-texts-*.ts`.
 */
export declare const POLICY_SCHEMA: {
    readonly apiUrl: {
        readonly type: "text";
        readonly format: "apiUrl";
        readonly sets: "settings";
        readonly category: "connection";
        readonly pattern: "^https?://[^\\s@#?]+$";
        readonly maxLength: 2000;
        readonly example: "https://api.netbako.com/api";
    };
    readonly workspace: {
        readonly format: "folder";
        readonly sets: "settings";
        readonly category: "connection";
        readonly pattern: "^(/|~|\\$\\{|%|[A-Za-z]:[\\\\/]|\\\\\\\\)";
        readonly example: "~/.openclaw";
        readonly type: "text";
        readonly maxLength: 4096;
    };
    readonly lssn: {
        readonly type: "integer";
        readonly sets: "settings";
        readonly category: "connection";
        readonly minimum: 1;
        readonly maximum: 2147483647;
        readonly example: 71028;
    };
    readonly tokenFile: {
        readonly format: "file";
        readonly sets: "rules";
        readonly category: "connection";
        readonly pattern: "^(/|[A-Za-z]:[\\\\/]|\\\\\\\\)";
        readonly example: "/etc/openclaw-sync/token";
        readonly type: "text";
        readonly maxLength: 4096;
    };
    readonly tokenCommand: {
        readonly type: "command";
        readonly sets: "rules";
        readonly category: "connection";
        readonly maxItems: 32;
        readonly example: readonly ["/usr/local/bin/giip-token", "--print"];
    };
    readonly proxy: {
        readonly type: "text";
        readonly format: "proxy";
        readonly sets: "settings";
        readonly category: "network";
        readonly pattern: "^(system|direct|(https?|socks5)://[^\\s@/?#]+/?)$";
        readonly maxLength: 2000;
        readonly example: "system";
    };
    readonly caFile: {
        readonly format: "file";
        readonly sets: "settings";
        readonly category: "network";
        readonly pattern: "^(/|[A-Za-z]:[\\\\/]|\\\\\\\\)";
        readonly example: "/etc/ssl/certs/company.pem";
        readonly type: "text";
        readonly maxLength: 4096;
    };
    readonly intervalSeconds: {
        readonly type: "integer";
        readonly sets: "settings";
        readonly category: "behaviour";
        readonly minimum: 15;
        readonly maximum: 3600;
        readonly example: 300;
    };
    readonly autostart: {
        readonly type: "choice";
        readonly sets: "settings";
        readonly category: "behaviour";
        readonly example: "always";
    };
    readonly notifications: {
        readonly type: "choice";
        readonly sets: "settings";
        readonly category: "behaviour";
        readonly example: "user";
    };
    readonly quitAllowed: {
        readonly type: "choice";
        readonly sets: "rules";
        readonly category: "behaviour";
        readonly example: "always";
    };
    readonly logLevel: {
        readonly type: "oneOf";
        readonly sets: "settings";
        readonly category: "behaviour";
        readonly values: readonly ["error", "warn", "info", "debug"];
        readonly example: "info";
    };
    readonly conflictDefault: {
        readonly type: "oneOf";
        readonly sets: "rules";
        readonly category: "safety";
        readonly values: readonly ["ask", "mine", "server", "both"];
        readonly example: "ask";
    };
    readonly massCount: {
        readonly type: "integer";
        readonly sets: "rules";
        readonly category: "safety";
        readonly minimum: 1;
        readonly maximum: 100000;
        readonly example: 10;
    };
    readonly massPercent: {
        readonly type: "integer";
        readonly sets: "rules";
        readonly category: "safety";
        readonly minimum: 1;
        readonly maximum: 100;
        readonly example: 50;
    };
    readonly historyDays: {
        readonly type: "integer";
        readonly sets: "settings";
        readonly category: "safety";
        readonly minimum: 1;
        readonly maximum: 3650;
        readonly example: 90;
    };
    readonly historyVersions: {
        readonly type: "integer";
        readonly sets: "settings";
        readonly category: "safety";
        readonly minimum: 1;
        readonly maximum: 1000;
        readonly example: 20;
    };
    readonly secretGate: {
        readonly type: "choice";
        readonly sets: "settings";
        readonly category: "safety";
        readonly example: "always";
    };
    readonly updates: {
        readonly type: "choice";
        readonly sets: "settings";
        readonly category: "updates";
        readonly example: "never";
    };
    readonly updateFeed: {
        readonly type: "text";
        readonly format: "httpsUrl";
        readonly sets: "rules";
        readonly category: "updates";
        readonly pattern: "^https://[^\\s@#?]+$";
        readonly maxLength: 2000;
        readonly example: "https://software.example.com/openclaw-sync/";
    };
};
export type PolicyKey = keyof typeof POLICY_SCHEMA;
/** In the order in which they are listed. */
export declare const POLICY_KEYS: readonly PolicyKey[];
/** True for a word that is a key of the policy. */
export declare function isPolicyKey(word: string): word is PolicyKey;
/** The schema of one key, without the literal types of the table. */
export declare function policyKeySchema(key: PolicyKey): PolicyKeySchema;
export {};
