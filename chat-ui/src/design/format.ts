const CLOCK = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false })
const DAY = new Intl.DateTimeFormat('zh-CN', { month: 'numeric', day: 'numeric' })
const FULL_DAY = new Intl.DateTimeFormat('zh-CN', { year: 'numeric', month: 'numeric', day: 'numeric' })
const COUNT = new Intl.NumberFormat('zh-CN')

export function formatCount(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : COUNT.format(value)
}

/** Bytes as a person reads them, in powers of 1,024. */
export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(bytes < 10240 ? 1 : 0)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** The hour for today, the day for this year, else the whole date. */
export function formatTime(iso: string, now = new Date()): string {
  const time = new Date(iso)
  if (Number.isNaN(time.getTime())) return ''
  if (time.toDateString() === now.toDateString()) return CLOCK.format(time)
  return time.getFullYear() === now.getFullYear()
    ? `${DAY.format(time)} ${CLOCK.format(time)}`
    : FULL_DAY.format(time)
}

export function formatSeconds(millis: number): string {
  return `${(millis / 1000).toFixed(millis < 10_000 ? 1 : 0)} 秒`
}
