const databaseName = 'vijfspoor-team'
const storeName = 'kept'

/**
 * The one place where the staff area writes on this device. Each call opens and closes the database, so that signing out
 * in one tab can remove it while others are open; only writing makes it, so that looking leaves no trace.
 */
export const keptStore = {
  async read<Value>(key: string): Promise<Value | undefined> {
    const database = await openExisting()
    if (!database) return undefined
    return await within(database, 'readonly', (store) => store.get(key) as IDBRequest<Value | undefined>)
  },

  async write(key: string, value: unknown): Promise<void> {
    const opening = indexedDB.open(databaseName, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(storeName)
    await within(await answerOf(opening), 'readwrite', (store) => store.put(value, key))
  },

  async erase(key: string): Promise<void> {
    const database = await openExisting()
    if (database) await within(database, 'readwrite', (store) => store.delete(key))
  },

  /** Removes everything, the database itself included. */
  async eraseAll(): Promise<void> {
    await answerOf(indexedDB.deleteDatabase(databaseName))
  },
}

async function openExisting(): Promise<IDBDatabase | null> {
  const opening = indexedDB.open(databaseName, 1)
  let isNew = false
  opening.onupgradeneeded = () => {
    isNew = true
    opening.transaction?.abort()
  }
  return await answerOf(opening).catch((error: unknown) => {
    if (isNew) return null
    throw error
  })
}

async function within<Value>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  try {
    const transaction = database.transaction(storeName, mode)
    const done = committed(transaction)
    const value = await answerOf(act(transaction.objectStore(storeName)))
    await done
    return value
  } finally {
    database.close()
  }
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
