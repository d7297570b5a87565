package org.followthrough.x;

class Ddeploylocal {}
