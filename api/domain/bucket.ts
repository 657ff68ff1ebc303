/** Emmer met een lek: rises with what happens, leaks with time. Says how busy it has been without keeping any moment. */
export type Bucket = Readonly<{ level: number; at: Date }>

/** `brim`: it cannot get fuller, so that after the worst it is empty again in a time that is known. */
export type BucketShape = Readonly<{ leakPerHour: number; brim: number }>

export const emptyBucket = (now: Date): Bucket => ({ level: 0, at: now })

export function leak(bucket: Bucket, now: Date, { leakPerHour }: BucketShape): Bucket {
  const hours = Math.max(0, now.getTime() - bucket.at.getTime()) / 3_600_000
  return { level: Math.max(0, bucket.level - hours * leakPerHour), at: now }
}

export function rise(bucket: Bucket, now: Date, shape: BucketShape, amount = 1): Bucket {
  const { level } = leak(bucket, now, shape)
  return { level: Math.min(shape.brim, level + amount), at: now }
}
