import { type Bucket, type BucketShape, emptyBucket, leak, rise } from '../domain/bucket.ts'

/** Buckets by key, in the memory of this process only: a row in the database would keep the moment somebody acted. */
export type Buckets = Readonly<{ level(key: string): number; rise(key: string, amount?: number): void }>

const mostKeys = 10_000

/** With several processes each counts its own part; that weakens a limit, and never refuses anybody too much. */
export function makeBuckets(shape: BucketShape, now: () => Date): Buckets {
  const buckets = new Map<string, Bucket>()

  const forgetEmpty = () => {
    for (const [key, bucket] of buckets) if (leak(bucket, now(), shape).level === 0) buckets.delete(key)
    // Still too many at once: start anew rather than grow without end.
    if (buckets.size >= mostKeys) buckets.clear()
  }

  return {
    level: (key) => leak(buckets.get(key) ?? emptyBucket(now()), now(), shape).level,
    rise(key, amount = 1) {
      if (buckets.size >= mostKeys) forgetEmpty()
      buckets.set(key, rise(buckets.get(key) ?? emptyBucket(now()), now(), shape, amount))
    },
  }
}
