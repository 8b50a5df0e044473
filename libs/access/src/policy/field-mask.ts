/** The part of a declared field the policy looks at. */
export interface MaskableField {
  readonly name: string;
  /** Needed to see and to change the field, on top of what its subject asks for. */
  readonly permission?: string | null;
}

/** Which fields of a subject the acting person may see and change. */
export interface FieldMask {
  readonly readable: ReadonlySet<string>;
  readonly writable: ReadonlySet<string>;
}

/** The mask that lets through the fields whose permission, if any, is among those held. */
export function maskOf(fields: readonly MaskableField[], isHeld: (permission: string) => boolean): FieldMask {
  const open = fields.filter((field) => !field.permission || isHeld(field.permission)).map((field) => field.name);
  return { readable: new Set(open), writable: new Set(open) };
}
