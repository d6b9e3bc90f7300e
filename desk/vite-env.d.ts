declare module '*.css'
declare module 'virtual:antd.css'
