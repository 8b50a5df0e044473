import type { DocumentSeed } from '../seed.js';
import { onePagePdf } from './pdf.js';

/** Papers to take along. They are made while loading, so no binary is kept in the repository. */
export const documents: DocumentSeed[] = [
  {
    key: 'timetable',
    title: 'Timetable 2027',
    fileName: 'distelgrat-timetable-2027.pdf',
    collection: 'papers',
    render: () =>
      onePagePdf([
        { text: 'Distelgrat Railway', size: 26, bold: true },
        { text: 'Timetable, 1 May to 31 October 2027', size: 14 },
        { text: '' },
        { text: 'Going up', size: 14, bold: true },
        { text: 'Talmatten 7:20, then every 40 minutes until 18:40' },
        { text: 'Lochwald 7:29 (on request), Sennerei 7:39, Alpengarten 7:51, Distelgrat 8:01' },
        { text: '' },
        { text: 'Going down', size: 14, bold: true },
        { text: 'Distelgrat 8:10, then every 40 minutes until 19:30' },
        { text: 'Alpengarten 8:20, Sennerei 8:32, Lochwald 8:42 (on request), Talmatten 8:51' },
        { text: '' },
        { text: 'Fold twice, keep in the left pocket.' },
      ]),
  },
  {
    key: 'conditions',
    title: 'Conditions of carriage',
    fileName: 'conditions-of-carriage.pdf',
    collection: 'papers',
    render: () =>
      onePagePdf([
        { text: 'Conditions of carriage', size: 24, bold: true },
        { text: '' },
        { text: '1. Passengers may open the windows. Passengers must close the tunnel.' },
        { text: '2. Dogs travel free and are to be greeted.' },
        { text: '3. Skis, sledges and double basses go on the flat wagon.' },
        { text: '4. A ticket is valid for the whole day, including the part spent looking.' },
        { text: '5. The driver’s decision about the weather is final.' },
      ]),
  },
  {
    key: 'map',
    title: 'Walking map, as text',
    fileName: 'walks-in-words.txt',
    collection: 'papers',
    render: () =>
      Buffer.from(
        'Distelgrat: the walks in words\n\nRidge path: last buffer, left, lake on the right, two cairns, saddle, gate, garden. 2 h 10 min.\nCheese path: dairy, wooden cows, forest halt, lake. 1 h 35 min.\nLantern path: dairy, follow the light, forest halt. 50 min.\n',
        'utf8',
      ),
  },
];
