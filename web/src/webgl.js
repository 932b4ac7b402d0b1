// What the page for large graphs needs of sigma.js and graphology, and points that have a shape.
import Graph from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, NodeProgram } from "sigma/rendering";
import { floatColor } from "sigma/utils";

const SHAPES = ["dot", "square", "hexagon", "diamond", "triangle", "triangleDown", "star", "ring"];

const VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute vec4 a_color;
attribute vec4 a_id;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_pixelRatio;
varying vec4 v_color;
varying float v_shape;
varying float v_soft;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  float wide = max(a_size / u_sizeRatio * 2.0, 2.0) * u_pixelRatio + 2.0;
  gl_PointSize = wide;
  v_soft = 2.5 / wide;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= 255.0 / 254.0;
}`;

// The signed distance to each shape's rim within the unit circle; y grows downwards.
const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying float v_shape;
varying float v_soft;
float rim(vec2 p) {
  vec2 a = abs(p);
  if (v_shape < 0.5) return length(p) - 0.95;
  if (v_shape < 1.5) return max(a.x, a.y) - 0.82;
  if (v_shape < 2.5) return max(a.y - 0.84, a.x * 0.866 + a.y * 0.5 - 0.84);
  if (v_shape < 3.5) return (a.x + a.y - 1.0) * 0.7071;
  if (v_shape < 4.5) return max(p.y - 0.5, a.x * 0.866 - p.y * 0.5 - 0.5);
  if (v_shape < 5.5) return max(-p.y - 0.5, a.x * 0.866 + p.y * 0.5 - 0.5);
  if (v_shape < 6.5) {
    float turn = abs(fract(atan(p.x, -p.y) / 1.256637) - 0.5) * 2.0;
    return length(p) - mix(0.48, 1.0, turn);
  }
  return abs(length(p) - 0.75) - 0.2;
}
void main(void) {
  float d = rim((gl_PointCoord - 0.5) * 2.0);
  #ifdef PICKING_MODE
  if (d > 0.25) discard;
  gl_FragColor = v_color;
  #else
  float inside = 1.0 - smoothstep(-v_soft, v_soft, d);
  gl_FragColor = v_color * inside;
  #endif
}`;

class ShapeProgram extends NodeProgram {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, POINTS } = WebGLRenderingContext;
    return {
      VERTICES: 1,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: POINTS,
      UNIFORMS: ["u_sizeRatio", "u_pixelRatio", "u_matrix"],
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
    };
  }

  processVisibleItem(nodeIndex, start, data) {
    const { array } = this;
    array[start] = data.x;
    array[start + 1] = data.y;
    array[start + 2] = data.size;
    array[start + 3] = Math.max(SHAPES.indexOf(data.shape), 0);
    array[start + 4] = floatColor(data.color);
    array[start + 5] = nodeIndex;
  }

  setUniforms({ sizeRatio, pixelRatio, matrix }, { gl, uniformLocations }) {
    gl.uniform1f(uniformLocations.u_sizeRatio, sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, matrix);
  }
}

/* Rings and names are drawn by the page, so sigma's own layer for hovered nodes, a third graphics context, does nothing. */
const idle = new Proxy({}, { get: () => () => null });
class NoHover {
  reallocate() {}

  process() {}

  render() {}

  kill() {}

  drawLabel() {}

  drawHover() {}
}
class Picture extends Sigma {
  createWebGLContext(id, options) {
    if (id !== "hoverNodes") return super.createWebGLContext(id, options);
    this.createCanvas(id, options);
    this.webGLContexts[id] = idle;
    return idle;
  }

  /* Of the programs that sigma brings along we use none but the lines; each of the others would be compiled in vain. */
  registerNodeProgram(key, program) {
    return program === ShapeProgram ? super.registerNodeProgram(key, program, NoHover) : this;
  }

  registerEdgeProgram(key, program) {
    return program === EdgeLineProgram ? super.registerEdgeProgram(key, program) : this;
  }
}

export { EdgeLineProgram, Graph, Picture, ShapeProgram };
