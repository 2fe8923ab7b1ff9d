#pragma once
#include <stdio.h>
#include <btparse.h>
