package demo; public class Main { static F f; static Main m; }
