/** What an image is, as the Dockerfile makes it: each stage with everything that it takes over from the one below. */
import { Copy, DockerfileParser, type Instruction, PropertyInstruction } from 'dockerfile-ast';

export interface Image {
  readonly name: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly number[];
  readonly user: string;
  readonly folder: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  /** Empty where it says NONE. */
  readonly health: readonly string[];
  /** What is copied from the context. */
  readonly copied: readonly string[];
  readonly ran: readonly string[];
}

const NOTHING: Omit<Image, 'name'> = {
  ...{ environment: {}, labels: {}, ports: [], user: 'root', folder: '/', entrypoint: [], command: [] },
  ...{ health: [], copied: [], ran: [] },
};

const pairs = (instruction: Instruction): Readonly<Record<string, string>> =>
  instruction instanceof PropertyInstruction
    ? Object.fromEntries(instruction.getProperties().map((one) => [one.getName(), one.getValue() ?? '']))
    : {};

const words = (instruction: Instruction): readonly string[] => {
  const text = (instruction.getRawArgumentsContent() ?? '').replace(/^[\s\S]*?(?=\[)/, '');
  return JSON.parse(text) as string[];
};

/** What one instruction adds. Those that say nothing about the image that is made leave it as it is. */
function extended(image: Image, instruction: Instruction): Image {
  const given = instruction.getArguments().map((argument) => argument.getValue());
  switch (instruction.getKeyword()) {
    case 'ENV':
      return { ...image, environment: { ...image.environment, ...pairs(instruction) } };
    case 'LABEL':
      return { ...image, labels: { ...image.labels, ...pairs(instruction) } };
    case 'EXPOSE':
      return { ...image, ports: [...image.ports, ...given.map(Number)] };
    case 'USER':
      return { ...image, user: given[0] ?? '' };
    case 'WORKDIR':
      return { ...image, folder: given[0] ?? '' };
    case 'ENTRYPOINT':
      return { ...image, entrypoint: words(instruction) };
    case 'CMD':
      return { ...image, command: words(instruction) };
    case 'HEALTHCHECK':
      return { ...image, health: given.includes('NONE') ? [] : words(instruction) };
    case 'RUN':
      return { ...image, ran: [...image.ran, instruction.getArgumentsContent() ?? ''] };
    case 'COPY':
      return instruction instanceof Copy && instruction.getFromFlag() !== null
        ? image
        : { ...image, copied: [...image.copied, ...given.filter((one) => !one.startsWith('--')).slice(0, -1)] };
    default:
      return image;
  }
}

/** Every stage by its name. */
export function imagesOf(text: string): ReadonlyMap<string, Image> {
  const images = new Map<string, Image>();
  let image: Image | undefined;
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') {
      const [base = '', , name = ''] = instruction.getArguments().map((argument) => argument.getValue());
      image = { ...NOTHING, ...images.get(base), name };
    } else if (image !== undefined) image = extended(image, instruction);
    if (image !== undefined) images.set(image.name, image);
  }
  return images;
}

/** What is built without --target. */
export function lastImage(text: string): Image {
  const last = [...imagesOf(text).values()].at(-1);
  if (last === undefined) throw new Error('The Dockerfile makes no image.');
  return last;
}
