package org.followthrough.x;

class Devaluationservice {}
