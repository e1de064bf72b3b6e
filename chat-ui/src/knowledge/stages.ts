import { CircleCheckFilled, CircleCloseFilled, Clock, Loading, WarningFilled } from '@element-plus/icons-vue'
import type { Component } from 'vue'
import type { KnowledgeDocument, Stage } from '../api/types'

export interface StageLook {
  label: string
  tone: 'quiet' | 'info' | 'success' | 'warning' | 'danger'
  icon: Component
}

/** In the order in which a document passes through them. */
export const STAGES: Record<Stage, StageLook> = {
  SEARCHABLE: { label: '可检索', tone: 'success', icon: CircleCheckFilled },
  QUEUED: { label: '排队中', tone: 'quiet', icon: Clock },
  PARSING: { label: '解析中', tone: 'info', icon: Loading },
  INDEXING: { label: '建索引', tone: 'info', icon: Loading },
  REJECTED: { label: '不能使用', tone: 'danger', icon: CircleCloseFilled },
  FAILED: { label: '处理失败', tone: 'warning', icon: WarningFilled },
}

export const STAGE_NAMES = Object.keys(STAGES) as Stage[]

export function isInProgress(document: Pick<KnowledgeDocument, 'stage'>): boolean {
  return document.stage === 'QUEUED' || document.stage === 'PARSING' || document.stage === 'INDEXING'
}

export function parseStage(value: unknown): Stage | null {
  return STAGE_NAMES.find((stage) => stage === value) ?? null
}
