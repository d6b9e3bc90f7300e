import { join } from 'node:path'
import { defineConfig } from 'vite'
import { antdStyles } from './antd-styles.ts'

const root = import.meta.dirname

export default defineConfig({
  root,
  base: '/desk/',
  cacheDir: join(root, '../node_modules/.vite-desk'),
  plugins: [antdStyles()],
  build: {
    outDir: join(root, '../build/desk'),
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // Ant Design marks its files for a server framework that we do not use.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning)
      },
    },
  },
})
