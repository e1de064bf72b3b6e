import { readonly, ref, watchEffect } from 'vue'

export interface Step {
  label: string
  to?: string
}

const steps = ref<Step[]>([])

/** Where the person is, outermost first. */
export const place = readonly(steps)

/** Tells the frame and the browser tab where this page is; follows what the function reads. */
export function usePlace(current: () => Step[]): void {
  watchEffect(() => {
    steps.value = current()
    const here = steps.value.at(-1)?.label
    document.title = here ? `${here} · 绿小申` : '绿小申'
  })
}
