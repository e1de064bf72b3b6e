import { listDocuments } from '../api/knowledge'
import type { DocumentQuery } from '../api/knowledge'
import type { KnowledgeDocument } from '../api/types'
import { csvOf, saveText } from './csv'
import { STAGES } from './stages'

const HEAD = ['名称', '标题', '状态', '原因', '建议', '大小（字节）', '字数', '条', '片段', '页', 'SHA-256', '上传时间']

/** Saves the whole list, not only what is on the screen. */
export async function exportDocuments(knowledgeBaseId: string, name: string, query: DocumentQuery): Promise<void> {
  const rows: KnowledgeDocument[] = []
  let cursor: string | null | undefined
  do {
    const part = await listDocuments(knowledgeBaseId, { ...query, cursor, limit: 200 })
    rows.push(...part.items)
    cursor = part.next
  } while (cursor)
  saveText(`${name}-文件清单.csv`, csvOf(HEAD, rows.map(rowOf)), 'text/csv;charset=utf-8')
}

function rowOf(row: KnowledgeDocument): (string | number | null)[] {
  return [
    row.name,
    row.title,
    STAGES[row.stage].label,
    row.reason,
    row.hint,
    row.size,
    row.characters,
    row.articles,
    row.chunks,
    row.pages,
    row.sha256,
    row.uploadedAt,
  ]
}
