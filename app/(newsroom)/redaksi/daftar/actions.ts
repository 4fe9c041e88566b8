'use server';

import { addFigure, editFigure, removeFigure } from '#lib/register/figures.ts';
import { decideHouseName, proposeHouseName, removeHouseName } from '#lib/register/house-names.ts';
import { previewImport, takeImport } from '#lib/register/import.ts';
import { addPerson, addPost, editPerson, editPost, endPost, removePerson, removePost } from '#lib/register/people.ts';
import { addPlainWord, editPlainWord, removePlainWord } from '#lib/register/plain-words.ts';
import { registerInputs } from '#lib/register/register-input.ts';
import { addRegulation, editRegulation, removeRegulation } from '#lib/register/regulations.ts';
import { registeredPersonPath, registerPath } from '#lib/urls.ts';
import { verbAction } from '#lib/web/action.ts';
import { proposalMessage, saved, takenMessage } from './messages.ts';

export const addPersonAction = verbAction(registerInputs.addPerson, addPerson, ({ personId }) => ({
  goTo: registeredPersonPath(personId),
}));
export const editPersonAction = verbAction(registerInputs.editPerson, editPerson, saved);
export const removePersonAction = verbAction(registerInputs.removePerson, removePerson, () => ({ goTo: registerPath }));
export const addPostAction = verbAction(registerInputs.addPost, addPost, () => ({ message: 'Jabatan ditambahkan.' }));
export const editPostAction = verbAction(registerInputs.editPost, editPost, saved);
export const endPostAction = verbAction(registerInputs.endPost, endPost, () => ({ message: 'Jabatan diakhiri.' }));
export const removePostAction = verbAction(registerInputs.removePost, removePost);

export const addRegulationAction = verbAction(registerInputs.addRegulation, addRegulation, () => ({
  message: 'Peraturan ditambahkan.',
}));
export const editRegulationAction = verbAction(registerInputs.editRegulation, editRegulation, saved);
export const removeRegulationAction = verbAction(registerInputs.removeRegulation, removeRegulation);

export const addFigureAction = verbAction(registerInputs.addFigure, addFigure, () => ({
  message: 'Angka ditambahkan.',
}));
export const editFigureAction = verbAction(registerInputs.editFigure, editFigure, saved);
export const removeFigureAction = verbAction(registerInputs.removeFigure, removeFigure);

export const proposeHouseNameAction = verbAction(registerInputs.proposeHouseName, proposeHouseName, proposalMessage);
export const decideHouseNameAction = verbAction(registerInputs.decideHouseName, decideHouseName);
export const removeHouseNameAction = verbAction(registerInputs.removeHouseName, removeHouseName);

export const addPlainWordAction = verbAction(registerInputs.addPlainWord, addPlainWord, () => ({
  message: 'Ungkapan ditambahkan.',
}));
export const editPlainWordAction = verbAction(registerInputs.editPlainWord, editPlainWord, saved);
export const removePlainWordAction = verbAction(registerInputs.removePlainWord, removePlainWord);

export const previewImportAction = verbAction(registerInputs.previewImport, previewImport, (result) => ({ result }));
export const takeImportAction = verbAction(registerInputs.takeImport, takeImport, takenMessage);
