import { DemoTypes1795255406008 } from './1795255406008-demo-types.js';
import { Subscribers1795265433396 } from './1795265433396-subscribers.js';
import { AnnouncementsAndSettings1795265725302 } from './1795265725302-announcements-and-settings.js';

/** Migrations of the demo's tables in the order they run. */
export const migrations = [DemoTypes1795255406008, Subscribers1795265433396, AnnouncementsAndSettings1795265725302];
