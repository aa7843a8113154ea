// Before the first paint: says that scripts run, and which theme the reader chose.
{
  const { dataset } = document.documentElement;
  dataset.scripts = 'on';
  try {
    const theme = localStorage.getItem('theme');
    if (/^(light|dark)$/.test(theme)) dataset.theme = theme;
  } catch {
    // Storage is blocked: the system's theme it is.
  }
}
