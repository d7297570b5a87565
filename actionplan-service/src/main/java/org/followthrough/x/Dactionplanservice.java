package org.followthrough.x;

class Dactionplanservice {}
