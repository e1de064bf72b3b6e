import { ElMessageBox } from 'element-plus'

/** A plain question that names the object; true when the person says yes. */
export async function confirmDeletion(title: string, text: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(text, title, {
      confirmButtonText: '删除',
      cancelButtonText: '取消',
      confirmButtonClass: 'el-button--danger',
      autofocus: false,
      closeOnHashChange: false,
    })
    return true
  } catch {
    // Element Plus answers "no" by rejecting.
    return false
  }
}

/** The new name, or null when the person thought better of it. */
export async function askForName(title: string, current: string, limit = 100): Promise<string | null> {
  try {
    const { value } = await ElMessageBox.prompt('', title, {
      inputValue: current,
      confirmButtonText: '保存',
      cancelButtonText: '取消',
      inputValidator: (text) => {
        if (!text?.trim()) return '请输入名称'
        return text.trim().length <= limit || `名称不能超过 ${limit} 个字`
      },
    })
    return value.trim()
  } catch {
    return null
  }
}
