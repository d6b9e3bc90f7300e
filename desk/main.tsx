import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider, type ConfigProviderProps } from 'antd'
import zhModule from 'antd/es/locale/zh_CN.js'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import 'virtual:antd.css'
import { Refused } from './api.ts'
import { App } from './app.tsx'
import './styles/base.css'
import './styles/shell.css'
import './styles/parts.css'
import { theme } from './theme.ts'

// The bundle gets the locale itself; only the types of this file are written for another module system.
const zhCN = zhModule as unknown as NonNullable<ConfigProviderProps['locale']>

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refusal is an answer; only a lost connection is worth asking again.
      retry: (count, error) => !(error instanceof Refused) && count < 2,
      refetchOnWindowFocus: false,
      staleTime: 5_000,
    },
  },
})

createRoot(document.getElementById('desk')!).render(
  <StrictMode>
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <QueryClientProvider client={queries}>
        <BrowserRouter basename="/desk">
          <App />
        </BrowserRouter>
      </QueryClientProvider>
    </ConfigProvider>
  </StrictMode>,
)
