/** Emmer met een lek: rises with what happens, leaks with time. Says how busy it has been without keeping any moment. */
export type Bucket = Readonly<{ level: number; at: Date }>

export const emptyBucket = (now: Date): Bucket => ({ level: 0, at: now })

export function leak(bucket: Bucket, now: Date, perHour: number): Bucket {
  const hours = Math.max(0, now.getTime() - bucket.at.getTime()) / 3_600_000
  return { level: Math.max(0, bucket.level - hours * perHour), at: now }
}

export function rise(bucket: Bucket, now: Date, perHour: number, amount = 1): Bucket {
  const leaked = leak(bucket, now, perHour)
  return { ...leaked, level: leaked.level + amount }
}
