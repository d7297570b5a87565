package org.followthrough.x;

class Dboosterservice {}
