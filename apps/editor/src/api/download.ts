import { requestFile, type RequestOptions } from './client';

const nameIn = (header: string | null): string | undefined => {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1];
  return coded ? decodeURIComponent(coded) : /filename="?([^";]+)"?/i.exec(header ?? '')?.[1];
};

/** Fetches a file as the person who is signed in, and hands it to the browser to keep. */
export async function download(path: string, query: RequestOptions['query'], fallbackName: string): Promise<void> {
  const response = await requestFile(path, query ? { query } : {});
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName;
  link.click();
  // The browser needs the address until it has begun to write.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
