import { createRouter, createWebHistory } from 'vue-router'
import type { RouteLocationRaw } from 'vue-router'
import { asProblem } from './api/problem'
import { loadSession } from './frame/session'

declare module 'vue-router' {
  interface RouteMeta {
    /** Without the frame. */
    bare?: boolean
    /** For everybody, signed in or not. */
    open?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/assistant' },
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('./frame/SignInPage.vue'),
      meta: { bare: true, open: true },
    },
    {
      path: '/assistant/:conversationId?',
      name: 'assistant',
      component: () => import('./assistant/AssistantPage.vue'),
    },
    {
      path: '/knowledge',
      name: 'knowledge',
      component: () => import('./knowledge/KnowledgeBasesPage.vue'),
    },
    {
      path: '/knowledge/:knowledgeBaseId',
      name: 'knowledge-base',
      component: () => import('./knowledge/KnowledgeBasePage.vue'),
    },
    {
      path: '/documents/:documentId',
      name: 'document',
      component: () => import('./document/DocumentPage.vue'),
    },
    {
      path: '/wall',
      name: 'wall',
      component: () => import('./wall/WallPage.vue'),
      meta: { bare: true },
    },
    {
      path: '/:rest(.*)*',
      name: 'not-found',
      component: () => import('./frame/NotFoundPage.vue'),
    },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  try {
    await loadSession()
    return true
  } catch (error) {
    // Without a connection the page itself says what is wrong; only a missing sign-in leads away.
    return asProblem(error).status === 401 ? signInLocation(to.fullPath) : true
  }
})

export function signInLocation(back: string): RouteLocationRaw {
  return { name: 'sign-in', query: back === '/' || back === '/assistant' ? {} : { back } }
}
