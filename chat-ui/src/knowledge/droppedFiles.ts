/** All files of a drop, those in folders included; hidden files of the operating system left out. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The list is emptied as soon as the event is over, so take everything out of it first.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  const loose = [...transfer.files]
  if (entries.every((entry) => entry === null)) return withoutHidden(loose)
  const found = await Promise.all(entries.map((entry) => (entry ? filesIn(entry) : [])))
  return withoutHidden(found.flat())
}

export function withoutHidden(files: readonly File[]): File[] {
  return files.filter(({ name }) => !name.startsWith('.') && name !== 'Thumbs.db')
}

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
    return [file]
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const files: File[] = []
  for (;;) {
    // A browser hands out a folder in parts of about 100.
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0) return files
    for (const child of part) files.push(...(await filesIn(child)))
  }
}
