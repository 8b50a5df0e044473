/** Where the bucket is and how to get in. */
export interface S3Options {
  readonly bucket: string;
  /** Put before every key, `site/media/`; default: nothing. */
  readonly prefix?: string;
  /** Default: `us-east-1`. */
  readonly region?: string;
  /** Address of a service other than Amazon's. */
  readonly endpoint?: string;
  /** Whether the bucket is named in the path instead of the host; default: with an `endpoint` of one's own. */
  readonly forcePathStyle?: boolean;
  /** Default: as the AWS SDK finds them, in `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY` for instance. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Milliseconds of silence after which a request is tried again; default 3000. */
  readonly stallMs?: number;
  /** Tries in all, with growing and irregular pauses; default 3. */
  readonly attempts?: number;
}
