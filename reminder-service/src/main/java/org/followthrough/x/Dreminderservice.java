package org.followthrough.x;

class Dreminderservice {}
