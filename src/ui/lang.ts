/** Languages of the hall: 中文 (the default and the one that binds) and English. */
export type Lang = 'zh' | 'en'
