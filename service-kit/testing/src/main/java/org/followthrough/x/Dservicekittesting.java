package org.followthrough.x;

class Dservicekittesting {}
