import { createApp } from 'vue'
import App from './App.vue'
import { whenSignedOut } from './api/http'
import { forgetSession } from './frame/session'
import { router, signInLocation } from './router'
import './design/tokens.css'
import './design/base.css'
import './design/element.css'
import './design/page.css'

whenSignedOut(() => {
  forgetSession()
  const here = router.currentRoute.value
  if (here.name !== 'sign-in') void router.push(signInLocation(here.fullPath))
})

createApp(App).use(router).mount('#app')
