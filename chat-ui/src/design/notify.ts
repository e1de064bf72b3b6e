import { ElMessage } from 'element-plus'
import { asProblem } from '../api/problem'

export function notifyDone(message: string): void {
  ElMessage({ message, type: 'success', duration: 2500, grouping: true })
}

/** For a small act that failed where no place on the page could say so. */
export function notifyProblem(error: unknown): void {
  const problem = asProblem(error)
  if (problem.status === 401) return
  ElMessage({
    message: [problem.detail, problem.hint].filter(Boolean).join(' '),
    type: 'error',
    duration: 6000,
    showClose: true,
    grouping: true,
  })
}
