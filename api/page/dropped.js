/* What was dropped on the page: files, and the files in folders. */

/** All of it as files. What is hidden (its name begins with a dot) is left out, in folders. */
export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
  return entries.length ? (await Promise.all(entries.map(within))).flat() : [...transfer.files];
}

async function within(entry) {
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const entries = await listed(entry.createReader());
  return (await Promise.all(entries.filter((each) => !each.name.startsWith(".")).map(within))).flat();
}

/** A browser lists a folder a hundred entries at a time. */
async function listed(reader) {
  const all = [];
  for (;;) {
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!some.length) return all;
    all.push(...some);
  }
}
