package org.followthrough.x;

class Denrollmentservice {}
