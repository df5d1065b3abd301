// Two events of a date box. The value alone does not tell a box that was emptied from one whose date is not complete yet.
(() => {
  'use strict';
  const createEventArgs = ({ target }) => ({ value: target.value, isIncomplete: target.validity.badInput });
  Blazor.registerCustomEventType('datetyped', { browserEventName: 'input', createEventArgs });
  // Beginning a date in an empty box changes no value, so nothing is said before the box is left.
  Blazor.registerCustomEventType('dateleft', { browserEventName: 'focusout', createEventArgs });
})();
