import { type Place, placeEnvironment, placeWords } from '../support/place.ts';
import { homeIn, type Program } from './started-program.ts';

/** The packaged tray application on a place that is in step with GIIP. */
export function trayProgram(file: string, place: Place, apiUrl: string): Program {
  return {
    file,
    args: ['--hidden', ...placeWords(place, apiUrl)],
    environment: { ...homeIn(place.home), ...placeEnvironment(place) },
  };
}
