import { ChatDotRound, Collection } from '@element-plus/icons-vue'
import type { Component } from 'vue'

export interface NavigationItem {
  label: string
  to: string
  icon: Component
  /** Names of the routes that belong to it. */
  routes: string[]
}

/** Navigation by work. A new area is one more line. */
export const navigation: NavigationItem[] = [
  { label: '助手', to: '/assistant', icon: ChatDotRound, routes: ['assistant'] },
  { label: '知识库', to: '/knowledge', icon: Collection, routes: ['knowledge', 'knowledge-base', 'document'] },
]
