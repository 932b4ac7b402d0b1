/* The colours of all opaque pixels of the picture, whatever layers it is made of, as numbers. */
() => {
  const layers = kg.test.canvases();
  const copy = document.createElement("canvas");
  copy.width = Math.max(...layers.map((layer) => layer.width));
  copy.height = Math.max(...layers.map((layer) => layer.height));
  const context = copy.getContext("2d");
  layers.forEach((layer) => context.drawImage(layer, 0, 0));
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  const seen = new Set();
  for (let i = 0; i < data.length; i += 4) if (data[i + 3] > 250) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
  return [...seen];
}
