import { Explanations } from './explanations.js';
import { GroupList } from './group-list.js';
import { PermissionList } from './permission-list.js';
import { ScopeTitles } from './scope-titles.js';
import { UserList } from './user-list.js';

/** What this lib reads for its screens, as providers. */
export const QUERIES = [Explanations, GroupList, PermissionList, ScopeTitles, UserList] as const;
