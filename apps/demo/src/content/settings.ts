import { page, person, type SeedFields } from './seed.js';

/** Values of the demo's settings, by the name of their type. */
export const settings: Readonly<Record<string, SeedFields>> = {
  'demo.Footer': {
    notice: 'A railway and a garden that belong to the people who use them.',
    imprint: page('privacy'),
    mastodon: 'https://social.example/@distelgrat',
    video: 'https://video.example/distelgrat',
    newsletter: 'letters@distelgrat.example',
  },
  'demo.Operations': {
    closed: true,
    closureNote: 'The line is closed from 2 to 27 November for the yearly inspection.',
    emergencyTelephone: '+41 81 555 01 40',
    dutyManager: person('beat'),
  },
};
