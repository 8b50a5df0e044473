/** Files somebody dropped, those in dropped folders too. */
export async function droppedFiles(data: DataTransfer): Promise<File[]> {
  // The entries have to be taken before anything is awaited: the browser empties the list afterwards.
  const entries = [...data.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = [...data.files];
  if (!entries.some((entry) => entry?.isDirectory)) return plain;
  const found = await Promise.all(entries.filter((entry) => entry !== null).map(filesBelow));
  return found.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    // A folder is told in pieces, until an empty one.
    const piece = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0) break;
    children.push(...piece);
  }
  return (await Promise.all(children.map(filesBelow))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** What the clipboard holds: files, or an address one could fetch from. */
export interface Pasted {
  files: File[];
  url: string | null;
}

/** Reads a paste. Screenshots have no name of their own, so they get one that tells them apart. */
export function pastedThings(data: DataTransfer, now: Date): Pasted {
  const files = [...data.files].map((file) => (/^image\.\w+$/.test(file.name) ? named(file, now) : file));
  const text = data.getData('text/plain').trim();
  return { files, url: files.length === 0 && /^https?:\/\/\S+$/.test(text) ? text : null };
}

function named(file: File, now: Date): File {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  return new File([file], `pasted-${day}-${time}${/\.\w+$/.exec(file.name)?.[0] ?? ''}`, { type: file.type });
}
