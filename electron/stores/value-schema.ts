type JsonType = 'string' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** The part of JSON Schema that our own files need. */
export interface ValueSchema {
  readonly type: JsonType | JsonType[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly string[];
  /** Of a list: what each entry is, and how many there may be. */
  readonly items?: ValueSchema;
  readonly maxItems?: number;
  /** Of an object: what it must have. Whatever else a later version puts there stays. */
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ValueSchema>>;
}

/** Whether one value is what its schema says. */
export function fits(schema: ValueSchema, value: unknown): boolean {
  return [schema.type].flat().some((type) => isOfType(type, value)) && isInRange(schema, value);
}

function isOfType(type: JsonType, value: unknown): boolean {
  if (type === 'null') {
    return value === null;
  }
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'integer' ? Number.isInteger(value) : typeof value === type;
}

function isInRange(schema: ValueSchema, value: unknown): boolean {
  if (typeof value === 'number') {
    return value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  }
  if (typeof value === 'string') {
    const length = [...value].length;
    return (
      length >= (schema.minLength ?? 0) &&
      length <= (schema.maxLength ?? Infinity) &&
      new RegExp(schema.pattern ?? '', 'u').test(value) &&
      (schema.enum?.includes(value) ?? true)
    );
  }
  return Array.isArray(value) ? areEntries(schema, value) : isObject(schema, value);
}

function areEntries({ items, maxItems = Infinity }: ValueSchema, values: readonly unknown[]): boolean {
  return values.length <= maxItems && values.every((value) => items === undefined || fits(items, value));
}

function isObject({ required = [], properties = {} }: ValueSchema, value: unknown): boolean {
  const has: Readonly<Record<string, unknown>> = Object(value);
  return (
    required.every((name) => Object.hasOwn(has, name)) &&
    Object.entries(properties).every(([name, schema]) => !Object.hasOwn(has, name) || fits(schema, has[name]))
  );
}
