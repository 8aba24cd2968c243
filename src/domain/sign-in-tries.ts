/** From so many wrong tries in a row on staff are told: more than a learner who misremembers makes ([SGN8]). */
export const manyWrongTries = 5;
