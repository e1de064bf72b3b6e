import vue from '@vitejs/plugin-vue'
import elementPlus from 'unplugin-element-plus/vite'
import { defineConfig } from 'vitest/config'

const server = process.env.LVXIAOSHEN_SERVER ?? 'http://localhost:8080'

export default defineConfig({
  // Element Plus components are imported by name; the plugin adds each one's style sheet.
  plugins: [vue(), elementPlus({})],
  server: { proxy: { '/api': server } },
  build: {
    outDir: 'target/classes/static',
    emptyOutDir: true,
    chunkSizeWarningLimit: 300,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  test: {
    // Tests that need a document say so in their first line.
    environment: 'node',
    include: ['src/**/*.test.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})
