import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';

/** A module that adds controls, panels, rich-text features or screens to the editor. */
export interface EditorExtension {
  /** Lower-case letters, digits and hyphens; unique among all extensions. */
  readonly name: string;
  /** The file: one ES module without imports, whose default export takes the editor's kit and returns a manifest. */
  readonly file: string | URL;
}

interface Registered {
  readonly name: string;
  /** Changes with the content, so that browsers may keep the file for ever. */
  readonly version: string;
  readonly source: Buffer;
}

const NAME = /^[a-z][a-z0-9-]{0,62}$/;

/**
 * Extensions of the editor. A plugin's Nest module registers its own in `onModuleInit`:
 * `extensions.register({ name: 'maps', file: new URL('./editor.js', import.meta.url) })`.
 */
@Injectable()
export class EditorExtensions {
  private readonly registered = new Map<string, Registered>();

  /** Reads the file at once: a missing one stops the boot, and a later change needs a restart. */
  register({ name, file }: EditorExtension): void {
    if (!NAME.test(name)) {
      throw new Error(`The editor extension “${name}” needs a name of lower-case letters, digits and hyphens.`);
    }
    if (this.registered.has(name)) throw new Error(`Two editor extensions are called “${name}”. Rename one of them.`);
    const source = read(name, file instanceof URL ? fileURLToPath(file) : file);
    this.registered.set(name, {
      name,
      source,
      version: createHash('sha256').update(source).digest('hex').slice(0, 16),
    });
  }

  /** All extensions in the order of their registration. */
  all(): readonly { readonly name: string; readonly version: string }[] {
    return [...this.registered.values()].map(({ name, version }) => ({ name, version }));
  }

  /** The file of an extension, if that very version of it is the registered one. */
  find(name: string, version: string): Buffer | undefined {
    const found = this.registered.get(name);
    return found?.version === version ? found.source : undefined;
  }
}

function read(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Error(`The file of the editor extension “${name}” cannot be read: ${file}`);
  }
}
