import { Injectable } from '@nestjs/common';
import { invalid, newUuid } from '@pipit/kernel';
import { In, type EntityManager } from 'typeorm';
import { compareNames, MAX_TAG_NAME, normaliseTagNames, tagSlug } from './tag-names.js';
import { Tag } from './tag.entity.js';

/** More tags than this on one thing are a mistake, or an attempt at one. */
const MAX_TAGS = 100;
/** Slugs are tried with numbers behind them; names that share one are few. */
const MAX_ATTEMPTS = 1000;

/** Finds and makes tags. Tags belong to nobody in particular, so that whoever may tag may make them. */
@Injectable()
export class TagStore {
  /** The tags of these names, made where they are missing, sorted by name. Safe against others doing the same. */
  async findOrCreate(manager: EntityManager, names: readonly string[]): Promise<Tag[]> {
    const wanted = normaliseTagNames(names);
    this.check(wanted);
    let found = await this.find(manager, wanted);
    for (let attempt = 0; found.length < wanted.length && attempt < MAX_ATTEMPTS; attempt += 1) {
      const known = new Set(found.map((tag) => tag.name));
      const missing = wanted.filter((name) => !known.has(name));
      await this.insert(manager, missing, attempt);
      found = await this.find(manager, wanted);
    }
    return found;
  }

  private async find(manager: EntityManager, names: readonly string[]): Promise<Tag[]> {
    if (names.length === 0) return [];
    const tags = await manager.findBy(Tag, { name: In([...names]) });
    return tags.sort((a, b) => compareNames(a.name, b.name));
  }

  /** A row whose name or slug is taken meanwhile is left out; the caller looks again and tries the next slug. */
  private async insert(manager: EntityManager, names: readonly string[], attempt: number): Promise<void> {
    const rows = names.map((name) => ({ uuid: newUuid(), name, slug: tagSlug(name, attempt) }));
    await manager.createQueryBuilder().insert().into(Tag).values(rows).orIgnore().execute();
  }

  private check(names: readonly string[]): void {
    if (names.length > MAX_TAGS) throw invalid(`At most ${MAX_TAGS} tags.`);
    const long = names.find((name) => [...name].length > MAX_TAG_NAME);
    if (long !== undefined)
      throw invalid(`A tag has at most ${MAX_TAG_NAME} characters; one begins with “${long.slice(0, 30)}”.`);
  }
}
